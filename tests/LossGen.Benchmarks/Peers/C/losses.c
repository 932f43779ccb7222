/* Value and gradient of the mean in one loop, written plainly for a compiler that vectorises: no branches but ternaries,
   exp(-|z|) shared, powers multiplied out. With e = exp(-|z|), p = sigmoid(z), q = 1 - p:
   -log p = log(1 + e) + max(-z, 0), -log q = log(1 + e) + max(z, 0). */
#include <math.h>

/* log1pf keeps the digits of small e; -DLOG1P=... tries what is faster */
#ifndef LOG1P
#define LOG1P log1pf
#endif

float cross_entropy(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        sum += fmaxf(z[i], 0) - z[i] * y[i] + LOG1P(e);
        gradient[i] = scale * (p - y[i]);
    }
    return sum / n;
}

/* gamma 2, alpha 0.25, hard targets: u is the logit of the truth, t its probability */
float focal(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float sign = y[i] > 0.5f ? 1.0f : -1.0f;
        const float alpha = y[i] > 0.5f ? 0.25f : 0.75f;
        const float u = sign * z[i];
        const float e = expf(-fabsf(u));
        const float r = 1 / (1 + e);
        const float t = u < 0 ? e * r : r;
        const float q = u < 0 ? r : e * r;
        const float minus_log_t = LOG1P(e) + fmaxf(-u, 0);
        const float weight = alpha * q * q;
        sum += weight * minus_log_t;
        gradient[i] = -scale * sign * weight * (2 * t * minus_log_t + q);
    }
    return sum / n;
}

/* gamma 1.5, alpha 0.25, hard targets */
float focal_one_and_a_half(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float sign = y[i] > 0.5f ? 1.0f : -1.0f;
        const float alpha = y[i] > 0.5f ? 0.25f : 0.75f;
        const float u = sign * z[i];
        const float e = expf(-fabsf(u));
        const float r = 1 / (1 + e);
        const float t = u < 0 ? e * r : r;
        const float q = u < 0 ? r : e * r;
        const float minus_log_t = LOG1P(e) + fmaxf(-u, 0);
        const float weight = alpha * q * sqrtf(q);
        sum += weight * minus_log_t;
        gradient[i] = -scale * sign * weight * (1.5f * t * minus_log_t + q);
    }
    return sum / n;
}

/* gamma+ 0, gamma- 4, shift 0.05, hard targets: one logarithm, of the probability that counts. The masks are factors: of a
   selection gcc 12 makes branches, or a logarithm on either side */
float asymmetric_0_hard(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        const float q = z[i] < 0 ? r : e * r;
        const float shifted_p = fmaxf(p - 0.05f, 0);
        const float shifted_q = fminf(q + 0.05f, 1);
        const float positive = y[i] > 0.5f ? 1.0f : 0.0f;
        const float minus_log = -logf(positive * p + (1 - positive) * shifted_q);
        const float negative = (1 - positive) * shifted_p * shifted_p * shifted_p;
        sum += minus_log * (positive + negative * shifted_p);
        gradient[i] = scale * (negative * p * q * (4 * minus_log + shifted_p / shifted_q) - positive * q);
    }
    return sum / n;
}

/* gamma+ 1, gamma- 4, shift 0.05, hard targets */
float asymmetric_1_hard(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        const float q = z[i] < 0 ? r : e * r;
        const float shifted_p = fmaxf(p - 0.05f, 0);
        const float shifted_q = fminf(q + 0.05f, 1);
        const float positive = y[i] > 0.5f ? 1.0f : 0.0f;
        const float minus_log = -logf(positive * p + (1 - positive) * shifted_q);
        const float negative = (1 - positive) * shifted_p * shifted_p * shifted_p;
        sum += minus_log * (positive * q + negative * shifted_p);
        gradient[i] = scale * (negative * p * q * (4 * minus_log + shifted_p / shifted_q) - positive * q * (p * minus_log + q));
    }
    return sum / n;
}

/* gamma+ 0, gamma- 4, shift 0.05 */
float asymmetric_0_soft(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        const float q = z[i] < 0 ? r : e * r;
        const float minus_log_p = LOG1P(e) + fmaxf(-z[i], 0);
        const float shifted_p = fmaxf(p - 0.05f, 0);
        const float shifted_q = fminf(q + 0.05f, 1);
        const float minus_log_q = -logf(shifted_q);
        const float negative = (1 - y[i]) * shifted_p * shifted_p * shifted_p;
        sum += y[i] * minus_log_p + negative * shifted_p * minus_log_q;
        gradient[i] = scale * (negative * p * q * (4 * minus_log_q + shifted_p / shifted_q) - y[i] * q);
    }
    return sum / n;
}

/* gamma+ 1, gamma- 4, shift 0.05 */
float asymmetric_1_soft(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        const float q = z[i] < 0 ? r : e * r;
        const float minus_log_p = LOG1P(e) + fmaxf(-z[i], 0);
        const float shifted_p = fmaxf(p - 0.05f, 0);
        const float shifted_q = fminf(q + 0.05f, 1);
        const float minus_log_q = -logf(shifted_q);
        const float positive = y[i] * q;
        const float negative = (1 - y[i]) * shifted_p * shifted_p * shifted_p;
        sum += positive * minus_log_p + negative * shifted_p * minus_log_q;
        gradient[i] = scale * (negative * p * q * (4 * minus_log_q + shifted_p / shifted_q) - positive * (p * minus_log_p + q));
    }
    return sum / n;
}

/* epsilon 1 */
float poly1(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        const float q = z[i] < 0 ? r : e * r;
        sum += fmaxf(z[i], 0) - z[i] * y[i] + LOG1P(e) + y[i] * q + (1 - y[i]) * p;
        gradient[i] = scale * ((1 - y[i]) * p * (1 + q) - y[i] * q * (1 + p));
    }
    return sum / n;
}

/* positives pay q (-log p), negatives (1.5 - p) p^2 */
float hill(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        const float p = z[i] < 0 ? e * r : r;
        const float q = z[i] < 0 ? r : e * r;
        const float minus_log_p = LOG1P(e) + fmaxf(-z[i], 0);
        const float positive = y[i] * q;
        const float negative = (1 - y[i]) * p * p;
        sum += positive * minus_log_p + negative * (1.5f - p);
        gradient[i] = scale * (negative * q * (3 - 3 * p) - positive * (p * minus_log_p + q));
    }
    return sum / n;
}

/* the exponentials of a row in place of its gradient; their sum */
static float exponentials(const float *restrict z, float *restrict gradient, long classes, float largest)
{
    float sum = 0;
    for (long j = 0; j < classes; j++) {
        const float e = expf(z[j] - largest);
        gradient[j] = e;
        sum += e;
    }
    return sum;
}

static float largest_of(const float *restrict z, long classes)
{
    float largest = z[0];
    for (long j = 1; j < classes; j++)
        largest = z[j] > largest ? z[j] : largest;
    return largest;
}

float softmax_cross_entropy(const float *restrict z, const int *restrict labels, float *restrict gradient, long rows, long classes)
{
    const float scale = 1.0f / rows;
    double total = 0;
    for (long row = 0; row < rows; row++, z += classes, gradient += classes) {
        const float largest = largest_of(z, classes);
        const float sum = exponentials(z, gradient, classes, largest);
        const float factor = scale / sum;
        for (long j = 0; j < classes; j++)
            gradient[j] *= factor;
        gradient[labels[row]] -= scale;
        total += logf(sum) + largest - z[labels[row]];
    }
    return (float)(total / rows);
}

/* gamma 2 */
float softmax_focal(const float *restrict z, const int *restrict labels, float *restrict gradient, long rows, long classes)
{
    const float scale = 1.0f / rows;
    double total = 0;
    for (long row = 0; row < rows; row++, z += classes, gradient += classes) {
        const float largest = largest_of(z, classes);
        const float sum = exponentials(z, gradient, classes, largest);
        const float p = gradient[labels[row]] / sum;
        const float q = 1 - p;
        const float minus_log_p = logf(sum) + largest - z[labels[row]];
        const float rate = scale * q * (q + 2 * p * minus_log_p);
        const float factor = rate / sum;
        for (long j = 0; j < classes; j++)
            gradient[j] *= factor;
        gradient[labels[row]] -= rate;
        total += q * q * minus_log_p;
    }
    return (float)(total / rows);
}

/* GHM-C: gradient norms, their histogram, and cross entropy weighted by n / (count * occupied bins) */
static float harmonized(const float *restrict z, const float *restrict y, float *restrict gradient, long n, int bins)
{
    int counts[64] = {0};
    float weights[64] = {0};
    int occupied = 0;
    for (long i = 0; i < n; i++) {
        const float e = expf(-fabsf(z[i]));
        const float r = 1 / (1 + e);
        gradient[i] = (z[i] < 0 ? e * r : r) - y[i];
    }
    for (long i = 0; i < n; i++) {
        const int bin = (int)(fabsf(gradient[i]) * bins);
        counts[bin < bins ? bin : bins - 1]++;
    }
    for (int bin = 0; bin < bins; bin++)
        occupied += counts[bin] > 0;
    for (int bin = 0; bin < bins; bin++)
        weights[bin] = counts[bin] > 0 ? n / ((float)counts[bin] * occupied) : 0;

    const float scale = 1.0f / n;
    float sum = 0;
    for (long i = 0; i < n; i++) {
        const int bin = (int)(fabsf(gradient[i]) * bins);
        const float weight = weights[bin < bins ? bin : bins - 1];
        sum += weight * (fmaxf(z[i], 0) - z[i] * y[i] + LOG1P(expf(-fabsf(z[i]))));
        gradient[i] *= scale * weight;
    }
    return sum / n;
}

float harmonized_10(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    return harmonized(z, y, gradient, n, 10);
}

float harmonized_30(const float *restrict z, const float *restrict y, float *restrict gradient, long n)
{
    return harmonized(z, y, gradient, n, 30);
}
