namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>How a table says that a record is gone.</summary>
/// <param name="Column">The column of a flag; null when a record is gone once its row is.</param>
/// <param name="Values">Values of the column that mean gone, without regard to case.</param>
public sealed record DeletionMapping(ColumnMapping? Column, IReadOnlyList<string> Values)
{
    public static DeletionMapping Absence { get; } = new(null, []);

    public bool IsByAbsence => Column is null;
}
