using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Startup;

/// <summary>A mapping of a CDP's tables that cannot be one stops the start, fault by fault.</summary>
public sealed class WrongCdpMappingTests : IDisposable
{
    private const string Wrong =
        """
        cdp:
          zone: Mars/Base
          overlap_minutes: 1441
          id_overlap: -1
          batch_rows: 9
          whole_every_minutes: 0
          query_timeout_seconds: 601
          absence_every_hours: 169
          absence_most_percent: 101
          interval: 5
          tables:
            clients: { table: x, columns: { user_id: a } }
            customers:
              table: a.b.c
              columns: { email: "", phone: { colum: tel }, mail: mail_address, user_id: { column: no, values: { a: b } } }
              traits: [" plan"]
              updated_at: { column: modified, unit: minutes }
              id: seq
              deleted: absent
            identities:
              table: ids
              columns: { user_id: no }
              deleted: absence
            consents:
              table: optins
              columns: { user_id: no, purpose: topic }
              purposes: { mail: mail_ok }
              deleted: absence
            email_events:
              table: mails
              columns: { event_id: no, user_id: no, type: { column: kind, values: { o: open } } }
            conversions:
              columns: { event_id: no, user_id: no, at: paid }
              traits: [x]
        """;

    private static readonly string[] Expected =
    [
        "cdp.zone: must be an IANA time zone, as in Europe/Berlin, not \"Mars/Base\"",
        "cdp.overlap_minutes: must be a number of minutes from 0 to 1440",
        "cdp.id_overlap: must be a whole number from 0 to 1000000",
        "cdp.batch_rows: must be a whole number from 10 to 5000",
        "cdp.whole_every_minutes: must be a number of minutes from 1 to 10080",
        "cdp.query_timeout_seconds: must be a number of seconds from 1 to 600",
        "cdp.absence_every_hours: must be a whole number from 1 to 168",
        "cdp.absence_most_percent: must be a whole number from 0 to 100",
        "cdp.interval: is not a setting",
        "cdp.tables.clients: is not a kind of record; kinds are items, customers, identities, consents, email_events, conversions",
        "cdp.tables.customers.table: is required: a table, or database.table, of 1 to 64 characters each",
        "cdp.tables.customers.columns.phone.column: is required",
        "cdp.tables.customers.columns.mail: is not a setting",
        "cdp.tables.customers.columns.user_id.values: cannot be: an id is taken as it is",
        "cdp.tables.customers.traits: must be a column of 1 to 64 characters, not \" plan\"",
        "cdp.tables.customers.updated_at.unit: must be one of seconds, milliseconds, not \"minutes\"",
        "cdp.tables.customers.id: cannot stand beside updated_at",
        "cdp.tables.customers.deleted: must be absence, or a column with the values that mean deleted",
        "cdp.tables.identities.columns.alias: is required, or aliases",
        "cdp.tables.identities.deleted: cannot be here",
        "cdp.tables.consents.purposes: cannot stand beside columns.purpose and columns.granted",
        "cdp.tables.consents.purposes.mail: is no purpose; purposes are analytics, personalization, email, sms, push",
        "cdp.tables.consents.deleted: must be a column with the values that mean deleted",
        "cdp.tables.email_events.columns.at: is required",
        "cdp.tables.email_events.columns.type.values: must be opened or clicked, not \"open\"",
        "cdp.tables.conversions.table: is required",
        "cdp.tables.conversions.traits.0: is not a setting",
    ];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_MappingWithEveryFault_NamesEachWithItsKey()
    {
        var (exitCode, output) = await EngineProcess.RunToEndInAsync(_folder.Path, ("PERSONALIZATION_CONFIG", _folder.Write("site.yaml", Wrong)));

        Assert.Equal(1, exitCode);
        Assert.All(Expected, fault => Assert.Contains(fault, output, StringComparison.Ordinal));
    }

    /// <summary>What the shipped file shows commented out is right when the comment marks go.</summary>
    [Fact]
    public async Task Start_ExampleOfTheShippedFile_IsTaken()
    {
        var lines = await File.ReadAllLinesAsync(ShippedFile(), TestContext.Current.CancellationToken);
        var example = lines.Select(line => line.StartsWith("  # ", StringComparison.Ordinal) ? $"  {line[4..]}" : line);
        var file = _folder.Write("site.yaml", string.Join('\n', example));

        await using var engine = await EngineProcess.StartAsync(_folder.Path, ("PERSONALIZATION_CONFIG", file));

        Assert.Equal(200, (await engine.Client.GetAsync("/api/v1/health/live")).Status);
    }

    private static string ShippedFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "config", "personalization.yaml");
    }
}
