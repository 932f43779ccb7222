"""Value and gradient of losses with eager PyTorch, forward and backward, one request per line of standard input.

A request is a JSON object with the name of the loss, the files of logits and targets, the shape of the logits and for how many
seconds to measure; the answer is one with the least time of one step in nanoseconds and the loss. The gradient goes to a file.
"""

import json
import re
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F


def bce(z, y):
    return F.binary_cross_entropy_with_logits(z, y)


def focal_of(gamma, alpha=0.25):
    # as in torchvision.ops.sigmoid_focal_loss
    def focal(z, y):
        p = torch.sigmoid(z)
        ce = F.binary_cross_entropy_with_logits(z, y, reduction="none")
        p_t = p * y + (1 - p) * (1 - y)
        loss = ce * ((1 - p_t) ** gamma)
        alpha_t = alpha * y + (1 - alpha) * (1 - y)
        return (alpha_t * loss).mean()

    return focal


def asymmetric_of(gamma_positive, gamma_negative=4, clip=0.05, eps=1e-8):
    # as in the authors' AsymmetricLoss, with the mean in place of the sum
    def asymmetric(z, y):
        xs_positive = torch.sigmoid(z)
        xs_negative = (1 - xs_positive + clip).clamp(max=1)
        loss = y * torch.log(xs_positive.clamp(min=eps)) + (1 - y) * torch.log(xs_negative.clamp(min=eps))
        p_t = xs_positive * y + xs_negative * (1 - y)
        gamma = gamma_positive * y + gamma_negative * (1 - y)
        return -(loss * torch.pow(1 - p_t, gamma)).mean()

    return asymmetric


def softmax_cross_entropy(z, labels):
    return F.cross_entropy(z, labels)


LOSSES = {
    "bce": bce,
    "focal": focal_of(2),
    "focal_one_and_a_half": focal_of(1.5),
    "asymmetric_0": asymmetric_of(0),
    "asymmetric_1": asymmetric_of(1),
    "softmax_cross_entropy": softmax_cross_entropy,
}
LEAST_ROUNDS = 3


def measure(loss, z, y, seconds):
    least = float("inf")
    end = time.perf_counter() + seconds
    rounds = 0
    while rounds < LEAST_ROUNDS or time.perf_counter() < end:
        z.grad = None
        start = time.perf_counter_ns()
        value = loss(z, y)
        value.backward()
        least = min(least, time.perf_counter_ns() - start)
        rounds += 1
    return least, value.item()


def answer(request):
    shape = request["shape"]
    z = torch.from_numpy(np.fromfile(request["logits"], dtype=np.float32).reshape(shape)).requires_grad_()
    if len(shape) == 1:
        y = torch.from_numpy(np.fromfile(request["targets"], dtype=np.float32))
    else:
        y = torch.from_numpy(np.fromfile(request["targets"], dtype=np.int32).astype(np.int64))
    nanoseconds, value = measure(LOSSES[request["loss"]], z, y, request["seconds"])
    z.grad.numpy().tofile(request["gradient"])
    return {"nanoseconds": nanoseconds, "value": value}


torch.set_num_threads(int(sys.argv[1]))
capability = re.search(r"CPU capability usage: (\S+)", torch.__config__.show())
print(torch.__version__, "with", capability.group(1) if capability else "unknown instructions", flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
