using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Trained models of the recommender, in pieces.</summary>
[Migration(2026_11_23_0010)]
public sealed class M202611230010CreateRecommenderModels : Migration
{
    public override void Up() => Create.Table("recommender_models")
        .WithColumn("version").AsInt64().PrimaryKey()
        .WithColumn("piece").AsInt32().PrimaryKey()
        .WithColumn("content").AsBinary(int.MaxValue).NotNullable();

    public override void Down() => Delete.Table("recommender_models");
}
