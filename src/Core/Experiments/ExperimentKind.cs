namespace PersonalizationEngine.Core.Experiments;

/// <summary>How an experiment compares its variants.</summary>
public enum ExperimentKind
{
    /// <summary>Each person gets one variant.</summary>
    Split,

    /// <summary>Each person gets one list in which the recommenders of both variants take turns; clicks say which is better.</summary>
    Interleaving,
}
