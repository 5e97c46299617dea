namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>What the numbers say of a variant beside the control.</summary>
public enum ArmVerdict
{
    /// <summary>They do not decide, which is not to say that there is no difference.</summary>
    NotProvenYet,

    /// <summary>Too few people, or too few of them did anything, for any of the methods to be right.</summary>
    TooFew,

    Better,
    Worse,

    /// <summary>If there is a difference, it is smaller than what was said to matter.</summary>
    NoDifferenceThatMatters,
}
