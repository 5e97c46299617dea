using FluentMigrator.Runner.VersionTableInfo;

namespace PersonalizationEngine.Adapters.MySql.Schema;

/// <summary>The table of the migrations done. Its usual name may be taken: the database can be another application's too.</summary>
internal sealed class OwnVersions : IVersionTableMetaData
{
    public const string Table = "personalization_engine_versions";

    public string SchemaName => "";

    public bool OwnsSchema => false;

    public string TableName => Table;

    public string ColumnName => "version";

    public string DescriptionColumnName => "description";

    public string AppliedOnColumnName => "applied_on";

    public string UniqueIndexName => "ux_personalization_engine_versions";

    public bool CreateWithPrimaryKey => false;
}
