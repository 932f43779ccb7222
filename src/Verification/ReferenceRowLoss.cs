using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Verification;

/// <summary>
/// The formula of a loss over a row of classes, evaluated literally in double precision, with <see cref="Activation.Softmax"/> what
/// <see cref="ReferenceLoss"/> is for single elements: L = sum_j y~_j term_j(p_j). The true class pays the positive term, the
/// others Weight p^Gamma (-log p + sum_k Poly[k-1] (1 - p)^k) with Weight and Poly of the positive and Gamma of the negative term;
/// without labels every class pays the positive term.
/// </summary>
public sealed class ReferenceRowLoss
{
    private readonly List<ClassTerm> terms = [];

    /// <summary>A row that a kernel of type <see cref="double"/> computes.</summary>
    /// <param name="configuration">What the loss was declared to be, with its hyperparameters given: once, or once per class.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentOutOfRangeException">The label is no class.</exception>
    public ReferenceRowLoss(IReadOnlyList<LossConfiguration> configuration, LossRow row)
        : this(configuration, row, FloatingPointFormat.Of<double>())
    {
    }

    /// <summary>A row that a kernel of that type computes.</summary>
    internal ReferenceRowLoss(IReadOnlyList<LossConfiguration> configuration, LossRow row, FloatingPointFormat format)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(row);
        if (configuration[0].HasLabels)
        {
            AddLabelled(configuration, row, format);
        }
        else
        {
            AddDistributed(configuration, row);
        }
    }

    /// <summary>The loss of the row, before reduction, with its first and second derivative by one of its logits.</summary>
    /// <param name="variable">The class whose logit is differentiated by.</param>
    public HyperDual Along(int variable) => Along(variable, new Decisions(0));

    /// <summary>The same, with the decisions of the user's terms taken one by one.</summary>
    internal HyperDual Along(int variable, Decisions decisions)
    {
        HyperDual loss = 0;
        foreach (ClassTerm term in terms)
        {
            loss += term.Share * term.Along(variable, decisions);
        }

        return loss;
    }

    /// <summary>The user's terms of the row, and where each of them is evaluated.</summary>
    internal IEnumerable<(TermMethod Term, TermPoint At)> CustomTerms(Decisions decisions) =>
        from term in terms
        where term.IsPositive && term.Configuration.Positive.Custom is not null
        select (term.Configuration.Positive.Custom, term.PointAlong(0, decisions));

    private void AddLabelled(IReadOnlyList<LossConfiguration> configuration, LossRow row, FloatingPointFormat format)
    {
        if (row.Label == configuration[0].IgnoreLabel)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(row.Label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row.Label, row.Logits.Count);
        int label = (int)row.Label;
        double weight = row.Weight * row.ClassWeight(label);
        if (configuration[0].LabelSmoothing == 0)
        {
            Add(new(weight, configuration[label % configuration.Count], IsPositive: true, LogitAgainstRest.OfTrueClass(row.Logits, label, format)));
            return;
        }

        for (int j = 0; j < row.Logits.Count; j++)
        {
            Conditioned share = Share(configuration[0].LabelSmoothing, j == label ? 1 : 0, row.Logits.Count);
            Add(new(weight * share, configuration[j % configuration.Count], j == label, LogitAgainstRest.OfEachClass(row.Logits, j)));
        }
    }

    private void AddDistributed(IReadOnlyList<LossConfiguration> configuration, LossRow row)
    {
        for (int j = 0; j < row.Logits.Count; j++)
        {
            Conditioned share = Share(configuration[0].LabelSmoothing, row.Targets[j], row.Logits.Count);
            double weight = row.Weight * row.ClassWeight(j);
            Add(new(weight * share, configuration[j % configuration.Count], IsPositive: true, LogitAgainstRest.OfEachClass(row.Logits, j)));
        }
    }

    // a class of share 0 pays exactly 0, even where its term is infinite or no number
    private void Add(ClassTerm term)
    {
        if (!term.Share.IsZero)
        {
            terms.Add(term);
        }
    }

    // y~ = (1 - s) y + s / K
    private static Conditioned Share(double smoothing, double target, int classCount) =>
        smoothing == 0 ? target : (Conditioned.Atom(1 - smoothing) * target) + Conditioned.Atom(smoothing / classCount);

    private sealed record ClassTerm(Conditioned Share, LossConfiguration Configuration, bool IsPositive, LogitAgainstRest Logit)
    {
        public HyperDual Along(int variable, Decisions decisions)
        {
            TermConfiguration positive = Configuration.Positive;
            return !IsPositive ? Other(HyperDual.Sigmoid(Logit.Along(variable)))
                : positive.Custom is TermMethod custom ? positive.Weight * custom.Formula(PointAlong(variable, decisions))
                : ReferenceLoss.Term(positive, HyperDual.Sigmoid(Logit.Along(variable)));
        }

        public TermPoint PointAlong(int variable, Decisions decisions)
        {
            HyperDual logit = Logit.Along(variable);
            return new(HyperDual.Sigmoid(logit), logit, 1, Configuration.HyperparameterValues, decisions);
        }

        // Weight p^Gamma (-log p + sum_k Poly[k-1] (1 - p)^k)
        private HyperDual Other(HyperDual p)
        {
            HyperDual power = HyperDual.Pow(p, Configuration.Negative.Gamma);
            HyperDual focus = Configuration.Negative.DetachFocus ? HyperDual.Detach(power) : power;
            HyperDual sum = focus * -HyperDual.Log(p);
            for (int k = 1; k <= Configuration.Positive.Poly.Count; k++)
            {
                sum += Configuration.Positive.Poly[k - 1] * (focus * HyperDual.Pow(1 - p, k));
            }

            return Configuration.Positive.Weight * sum;
        }
    }
}
