namespace PersonalizationEngine.Engine.Experiments.Results;

/// <summary>Which probability a verdict goes by.</summary>
public enum ResultMethod
{
    /// <summary>Right at every look, however often one looks and whenever one stops.</summary>
    Sequential,

    /// <summary>Right once, at an end that was settled before the start.</summary>
    Fixed,
}
