namespace PersonalizationEngine.Adapters.Gorse.Wire;

/// <param name="RowAffected">How many rows were sent, whatever became of them.</param>
internal sealed record GorseSuccess(int RowAffected);
