using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// The variant each person was served first, which they keep; those of before are read off the exposures. And what an
/// experiment says of how it chooses its people.
/// </summary>
[Migration(2026_11_23_0016)]
public sealed class M202611230016KeepAssignments : Migration
{
    private const string FirstExposures =
        "insert into assignments (person_id, experiment_id, bucket_version, variant, assigned_at) "
        + "select e.person_id, e.experiment_id, 0, min(e.variant), e.exposed_at from exposures e "
        + "join (select person_id, experiment_id, min(exposed_at) as at_first from exposures group by person_id, experiment_id) f "
        + "on f.person_id = e.person_id and f.experiment_id = e.experiment_id and f.at_first = e.exposed_at "
        + "group by e.person_id, e.experiment_id, e.exposed_at";

    public override void Up()
    {
        Create.Table("assignments")
            .WithColumn("person_id").AsString(255).PrimaryKey()
            .WithColumn("experiment_id").AsInt64().PrimaryKey()
            .WithColumn("bucket_version").AsInt32().PrimaryKey()
            .WithColumn("variant").AsString(64).NotNullable()
            .WithColumn("assigned_at").AsInt64().NotNullable();
        Execute.Sql(FirstExposures);
        Alter.Table("ab_experiments").AddColumn("design").AsString(int.MaxValue).Nullable();
    }

    public override void Down()
    {
        Delete.Column("design").FromTable("ab_experiments");
        Delete.Table("assignments");
    }
}
