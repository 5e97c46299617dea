namespace PersonalizationEngine.Recommenders.DataSets;

internal enum PartKind
{
    Train,
    Validation,
    Test,

    /// <summary>For each person a few items to rank beside the relevant one.</summary>
    Negatives,

    /// <summary>Not cut by its makers, or no data of this kind at all.</summary>
    Whole,
}
