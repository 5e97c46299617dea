using FluentMigrator;

namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>
/// The audit tells of every change, with before and after; those of definitions so far are taken over. And decisions are kept,
/// so that they can be looked at and made again.
/// </summary>
[Migration(2026_11_23_0020)]
public sealed class M202611230020WidenAudit : Migration
{
    /// <summary>Does nothing a second time: it may have been cut off behind it.</summary>
    public const string TakeOver =
        "insert into audit (happened_at, actor, kind, subject, action, version, approved_by, reason, document_before, document_after) "
        + "select v.changed_at, v.changed_by, v.kind, cast(v.definition_id as char(20)), v.happened, v.version, v.approved_by, v.reason, "
        + "b.document, v.document from definition_versions v "
        + "left join definition_versions b on b.kind = v.kind and b.definition_id = v.definition_id and b.version = v.version - 1 "
        + "where v.happened <> 'found' and not exists (select 1 from audit a where a.kind = v.kind) order by v.id";

    public override void Up()
    {
        // What was there before is about people who were merged.
        if (!Has("kind")) Alter.Table("audit").AddColumn("kind").AsString(40).NotNullable().WithDefaultValue("person");
        if (!Has("version")) Alter.Table("audit").AddColumn("version").AsInt32().Nullable();
        if (!Has("approved_by")) Alter.Table("audit").AddColumn("approved_by").AsString(40).Nullable();
        if (!Has("reason")) Alter.Table("audit").AddColumn("reason").AsString(1000).Nullable();
        if (!Has("request_id")) Alter.Table("audit").AddColumn("request_id").AsString(100).Nullable();
        if (!Has("document_before")) Alter.Table("audit").AddColumn("document_before").AsString(int.MaxValue).Nullable();
        if (!Has("document_after")) Alter.Table("audit").AddColumn("document_after").AsString(int.MaxValue).Nullable();
        if (!HasIndex("ix_audit_kind")) Create.Index("ix_audit_kind").OnTable("audit").OnColumn("kind").Ascending().OnColumn("id").Ascending();
        if (!HasIndex("ix_audit_actor")) Create.Index("ix_audit_actor").OnTable("audit").OnColumn("actor").Ascending().OnColumn("id").Ascending();
        if (!HasIndex("ix_audit_happened")) Create.Index("ix_audit_happened").OnTable("audit").OnColumn("happened_at");
        Execute.Sql(TakeOver);

        if (!Schema.Table("decision_playbooks").Exists())
        {
            Create.Table("decision_playbooks")
                .WithColumn("fingerprint").AsString(32).PrimaryKey()
                .WithColumn("contents").AsBinary(int.MaxValue).NotNullable()
                .WithColumn("kept_at").AsInt64().NotNullable();
        }

        if (!Schema.Table("decision_receipts").Exists())
        {
            Create.Table("decision_receipts")
                .WithColumn("decision_key").AsString(32).PrimaryKey()
                .WithColumn("person_id").AsString(255).NotNullable()
                .WithColumn("decided_at").AsInt64().NotNullable()
                .WithColumn("playbook").AsString(32).NotNullable()
                .WithColumn("receipt").AsBinary(int.MaxValue).NotNullable();
        }

        if (!Schema.Table("decision_receipts").Index("ix_decision_receipts_person").Exists())
            Create.Index("ix_decision_receipts_person").OnTable("decision_receipts").OnColumn("person_id");
        if (!Schema.Table("decision_receipts").Index("ix_decision_receipts_decided").Exists())
            Create.Index("ix_decision_receipts_decided").OnTable("decision_receipts").OnColumn("decided_at");
    }

    public override void Down()
    {
        Delete.Table("decision_receipts");
        Delete.Table("decision_playbooks");
        Execute.Sql("delete from audit where kind <> 'person'");
        Delete.Index("ix_audit_happened").OnTable("audit");
        Delete.Index("ix_audit_actor").OnTable("audit");
        Delete.Index("ix_audit_kind").OnTable("audit");
        foreach (var column in new[] { "document_after", "document_before", "request_id", "reason", "approved_by", "version", "kind" })
            Delete.Column(column).FromTable("audit");
    }

    private bool Has(string column) => Schema.Table("audit").Column(column).Exists();

    private bool HasIndex(string name) => Schema.Table("audit").Index(name).Exists();
}
