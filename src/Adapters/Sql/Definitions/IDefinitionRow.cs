namespace PersonalizationEngine.Adapters.Sql.Definitions;

/// <summary>A row of a table of definitions, before its JSON is read.</summary>
internal interface IDefinitionRow
{
    long Id { get; }
}
