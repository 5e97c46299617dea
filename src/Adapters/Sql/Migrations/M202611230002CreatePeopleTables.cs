using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>People, the ids that lead to them, what they agreed to and what they did.</summary>
[Migration(2026_11_23_0002)]
public sealed class M202611230002CreatePeopleTables : Migration
{
    public override void Up()
    {
        Create.Table("people")
            .WithColumn("person_id").AsString(255).PrimaryKey()
            .WithColumn("identified").AsBoolean().NotNullable()
            .WithColumn("email").AsString(254).Nullable()
            .WithColumn("phone").AsString(40).Nullable()
            .WithColumn("name").AsString(200).Nullable()
            .WithColumn("company").AsString(200).Nullable()
            .WithColumn("job_title").AsString(200).Nullable()
            .WithColumn("country").AsString(2).Nullable()
            .WithColumn("language").AsString(35).Nullable()
            .WithColumn("timezone").AsString(64).Nullable()
            .WithColumn("preferred_channel").AsString(20).Nullable()
            .WithColumn("customer_traits").AsString(int.MaxValue).Nullable()
            .WithColumn("web_traits").AsString(int.MaxValue).Nullable()
            .WithColumn("campaign").AsString(int.MaxValue).Nullable()
            .WithColumn("device").AsString(int.MaxValue).Nullable()
            .WithColumn("first_seen_at").AsInt64().Nullable()
            .WithColumn("last_seen_at").AsInt64().Nullable()
            .WithColumn("customer_updated_at").AsInt64().Nullable()
            .WithColumn("traits_updated_at").AsInt64().Nullable()
            .WithColumn("deleted_at").AsInt64().Nullable()
            .WithColumn("changed_at").AsInt64().NotNullable()
            .WithColumn("scored_at").AsInt64().Nullable()
            .WithColumn("score_valid_until").AsInt64().Nullable();
        Create.Index("ix_people_score_valid_until").OnTable("people").OnColumn("score_valid_until");

        Create.Table("identities")
            .WithColumn("identity").AsString(255).PrimaryKey()
            .WithColumn("person_id").AsString(255).NotNullable()
            .WithColumn("linked_at").AsInt64().NotNullable();
        Create.Index("ix_identities_person").OnTable("identities").OnColumn("person_id");

        Create.Table("consents")
            .WithColumn("person_id").AsString(255).PrimaryKey()
            .WithColumn("purpose").AsString(40).PrimaryKey()
            .WithColumn("granted").AsBoolean().NotNullable()
            .WithColumn("updated_at").AsInt64().NotNullable();

        Create.Table("events")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("source").AsString(20).NotNullable()
            .WithColumn("event_id").AsString(300).NotNullable()
            .WithColumn("person_id").AsString(255).NotNullable()
            .WithColumn("identity").AsString(255).NotNullable()
            .WithColumn("type").AsString(40).NotNullable()
            .WithColumn("name").AsString(256).Nullable()
            .WithColumn("path").AsString(2048).Nullable()
            .WithColumn("form").AsString(int.MaxValue).Nullable()
            .WithColumn("site").AsString(64).Nullable()
            .WithColumn("session").AsString(64).Nullable()
            .WithColumn("item_id").AsString(255).Nullable()
            .WithColumn("details").AsString(int.MaxValue).Nullable()
            .WithColumn("occurred_at").AsInt64().NotNullable()
            .WithColumn("received_at").AsInt64().NotNullable();
        Create.Index("ix_events_person").OnTable("events").OnColumn("person_id").Ascending().OnColumn("occurred_at").Ascending();
        Create.Index("ix_events_occurred").OnTable("events").OnColumn("occurred_at");

        Create.Table("audit")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("happened_at").AsInt64().NotNullable()
            .WithColumn("actor").AsString(100).NotNullable()
            .WithColumn("action").AsString(60).NotNullable()
            .WithColumn("subject").AsString(300).NotNullable()
            .WithColumn("details").AsString(int.MaxValue).Nullable();
    }

    public override void Down()
    {
        Delete.Table("audit");
        Delete.Table("events");
        Delete.Table("consents");
        Delete.Table("identities");
        Delete.Table("people");
    }
}
