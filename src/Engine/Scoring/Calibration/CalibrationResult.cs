namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>What became of learning a model.</summary>
public abstract record CalibrationResult
{
    private CalibrationResult()
    {
    }

    public sealed record Done(CalibrationReport Report) : CalibrationResult;

    /// <summary>No model has the key.</summary>
    public sealed record NotFound : CalibrationResult;

    /// <summary>Nothing can be learnt from what there is.</summary>
    /// <param name="Reason">In a sentence, with figures.</param>
    public sealed record TooLittle(string Reason) : CalibrationResult;
}
