using FluentMigrator.Builders.Create;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>Counted behaviour as it was kept from 2026_11_23_0006 until 2026_11_23_0012.</summary>
internal static class WebBehaviourTable
{
    public static void Add(ICreateExpressionRoot create) =>
        create.Table("web_behaviour")
            .WithColumn("identity").AsString(255).PrimaryKey()
            .WithColumn("as_of").AsInt64().NotNullable()
            .WithColumn("read_in_run").AsInt64().NotNullable()
            .WithColumn("fingerprint").AsInt64().NotNullable()
            .WithColumn("page_views").AsInt64().NotNullable()
            .WithColumn("page_views_at").AsInt64().Nullable()
            .WithColumn("form_submissions").AsInt64().NotNullable()
            .WithColumn("form_submissions_at").AsInt64().Nullable()
            .WithColumn("pricing_visits").AsInt64().NotNullable()
            .WithColumn("pricing_visits_at").AsInt64().Nullable()
            .WithColumn("demo_requests").AsInt64().NotNullable()
            .WithColumn("demo_requests_at").AsInt64().Nullable()
            .WithColumn("timed_sessions").AsInt64().NotNullable()
            .WithColumn("time_on_site").AsInt64().NotNullable()
            .WithColumn("timed_at").AsInt64().Nullable()
            .WithColumn("visits").AsInt64().NotNullable()
            .WithColumn("visit_at").AsInt64().Nullable()
            .WithColumn("session_site").AsString(64).Nullable()
            .WithColumn("session").AsString(64).Nullable()
            .WithColumn("session_start").AsInt64().Nullable()
            .WithColumn("session_end").AsInt64().Nullable()
            .WithColumn("session_has_demo").AsBoolean().NotNullable();
}
