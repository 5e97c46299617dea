using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>Each kind of table becomes what the webhook of its kind makes.</summary>
public sealed class RecordKindTests(CdpServer server, SqliteStores stores)
{
    [Fact]
    public async Task Customers_WithFieldsAndTraits_ArePeople()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table crm_customers (customer_no varchar(40) primary key, mail varchar(300), tel varchar(40), full_name varchar(200),
                firm varchar(200), job varchar(200), land char(2), lang varchar(10), tz varchar(40), channel char(1), plan varchar(20), seats int, vip boolean,
                modified_on datetime(6) not null);
            insert into crm_customers values
                ('c1', 'ada@example.com', '+49 1', 'Ada', 'Engines', 'Countess', 'de', 'de-DE', 'Europe/Berlin', 'E', 'pro', 12, true, '2026-05-01 10:00:00'),
                ('c2', null, null, null, null, null, null, null, null, null, null, null, null, '2026-05-01 10:00:00');
            """);
        var table = Mapped.Table(
                Customers, "crm_customers",
                "user_id=customer_no, email=mail, phone=tel, name=full_name, company=firm, job_title=job, country=land, language=lang, timezone=tz", "modified_on")
            .With("preferred_channel", Mapped.Translated("channel", ("E", "email"), ("S", "sms")))
            .WithExtras("plan=plan, seats=seats, is_vip=vip");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        var summary = await engine.SyncWellAsync();

        Assert.Equal((2, 2, 0), (summary.Rows, summary.Accepted, summary.Refused));
        var ada = await engine.PersonAsync("c1");
        Assert.Equal(
            ("ada@example.com", "+49 1", "Ada", "Engines", "Countess", "DE", "de-DE", "Europe/Berlin", "email"),
            (ada.Contact.Email, ada.Contact.Phone, ada.Contact.Name, ada.Contact.Company, ada.Contact.JobTitle, ada.Contact.Country,
                ada.Contact.Language, ada.Contact.TimeZone, ada.Contact.PreferredChannel));
        Assert.Equal(("pro", 12d, true), (ada.CustomerTraits["plan"].Text, ada.CustomerTraits["seats"].Number, ada.CustomerTraits["is_vip"].Boolean));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero), ada.CustomerUpdatedAt);
        Assert.True((await engine.PersonAsync("c2")).Identified);
    }

    [Fact]
    public async Task Identities_OfRowsAndOfSeveralColumns_MergePeople()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table ids (seq int auto_increment primary key, customer varchar(40), cookie varchar(40), device varchar(40));
            insert into ids (customer, cookie, device) values ('c1', 'k1', 'd1'), ('c2', null, 'd2'), ('c3', null, null);
            """);
        var table = Mapped.Table(Identities, "ids", "user_id=customer", id: "seq", key: "seq").WithExtras("0=cookie, 1=device");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        var summary = await engine.SyncWellAsync();

        Assert.Equal((3, 2, 0), (summary.Rows, summary.Accepted, summary.Refused));
        Assert.Equal("c1", (await engine.PersonAsync("k1")).PersonId);
        Assert.Equal("c1", (await engine.PersonAsync("d1")).PersonId);
        Assert.Equal("c2", (await engine.PersonAsync("d2")).PersonId);
        Assert.Null(await engine.FindAsync("c3"));
    }

    [Fact]
    public async Task Consents_OfARowForEachPurpose_AreGrantedAndRefused()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table optins (customer varchar(40), topic varchar(20), state varchar(20), changed datetime, primary key (customer, topic));
            insert into optins values ('c1', 'newsletter', 'in', '2026-05-01'), ('c1', 'texting', 'out', '2026-05-02'), ('c1', 'lottery', 'in', '2026-05-03');
            """);
        var table = Mapped.Table(Consents, "optins", "user_id=customer, at=changed, purpose=topic, granted=state")
            .With("purpose", Mapped.Translated("topic", ("newsletter", "email"), ("texting", "sms")))
            .With("granted", Mapped.Translated("state", ("in", "true"), ("out", "false")));
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        var summary = await engine.SyncWellAsync();

        Assert.Equal((3, 2, 0), (summary.Rows, summary.Accepted, summary.Refused));
        var consents = (await engine.FindAsync("c1"))!.Consents.OrderBy(consent => consent.Purpose).ToList();
        Assert.Equal([("email", true), ("sms", false)], consents.Select(consent => (consent.Purpose, consent.Granted)));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), consents[0].UpdatedAt);
    }

    [Fact]
    public async Task Consents_OfAColumnForEachPurpose_AreWhatIsSaid()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table people (customer int primary key, mail_ok bit(1), sms_ok enum('yes', 'no'), push_ok tinyint);
            insert into people values (1, b'1', 'no', null), (2, null, null, null), (3, b'0', 'yes', 7);
            """);
        var table = Mapped.Table(Consents, "people", "user_id=customer").WithExtras("email=mail_ok, sms=sms_ok, push=push_ok");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        var summary = await engine.SyncWellAsync();

        Assert.Equal((3, 1, 1), (summary.Rows, summary.Accepted, summary.Refused));
        Assert.Equal(
            [("email", true), ("sms", false)],
            (await engine.FindAsync("1"))!.Consents.OrderBy(consent => consent.Purpose).Select(consent => (consent.Purpose, consent.Granted)));
        Assert.Null(await engine.FindAsync("2"));
        Assert.Equal("data.consents.push", Assert.Single(await engine.RefusedAsync()).Field);
    }

    [Fact]
    public async Task EmailEvents_OfMappedTypes_AreActivities()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table mails (seq bigint unsigned auto_increment primary key, customer varchar(40), kind varchar(10), campaign varchar(20), happened bigint);
            insert into mails (customer, kind, campaign, happened) values
                ('c1', 'SENT', 'may', 1778666400), ('c1', 'OPEN', 'may', 1778666500), ('c1', 'CLICK', 'may', 1778666600), ('c1', 'BOUNCE', null, 1778666700);
            """);
        var table = Mapped.Table(EmailEvents, "mails", "event_id=seq, user_id=customer, campaign_id=campaign, type=kind, at=happened", id: "seq")
            .With("type", Mapped.Translated("kind", ("open", "opened"), ("click", "clicked")))
            .With("at", new ColumnMapping("happened") { Unit = TimeUnit.Seconds });
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        var summary = await engine.SyncWellAsync();

        Assert.Equal((4, 2, 0), (summary.Rows, summary.Accepted, summary.Refused));
        Assert.Equal(
            [("email.opened", "sql:email_events:2", 1778666500000, """{"campaign_id":"may"}"""), ("email.clicked", "sql:email_events:3", 1778666600000, """{"campaign_id":"may"}""")],
            await engine.Store.RowsAsync<(string, string, long, string)>("select type, event_id, occurred_at, details from events order by occurred_at"));
    }

    [Fact]
    public async Task Conversions_WithMoney_AreCountedOnce()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table orders (order_no varchar(40) primary key, customer varchar(40), total decimal(12, 2), cur char(3), paid timestamp(3) null, modified datetime);
            insert into orders values ('o1', 'c1', 99.90, 'EUR', '2026-05-03 08:00:00.5', '2026-05-03'), ('o2', 'c1', -1, 'EUR', '2026-05-03', '2026-05-03');
            """);
        var table = Mapped.Table(Conversions, "orders", "event_id=order_no, user_id=customer, value=total, currency=cur, at=paid", "modified");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        await engine.SyncWellAsync();
        await cdp.RunAsync("update orders set total = 120, modified = '2026-05-04' where order_no = 'o1'; update orders set total = 1, modified = '2026-05-04' where order_no = 'o2'");
        await engine.SyncWellAsync();

        Assert.Equal(
            [("sql:conversions:o1", "99.90", "EUR", 1777795200500), ("sql:conversions:o2", "1.00", "EUR", 1777766400000)],
            await engine.Store.RowsAsync<(string, string, string, long)>("select event_id, printf('%.2f', value), currency, occurred_at from conversions order by event_id"));
    }

    [Fact]
    public async Task Items_WithListsAndAttributes_AreTheCatalogue()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync(
            """
            create table goods (sku varchar(40) primary key, name varchar(100), link text, pic text, words text, cats varchar(200), labels set('new', 'sale'),
                off tinyint(1), live datetime, gone datetime, price decimal(8, 2), facts json, modified timestamp);
            insert into goods values
                ('i1', 'Lamp', 'https://e/l', 'https://e/p', 'Bright', '["light", "home"]', 'new,sale', 0, '2026-01-01', null, 19.50, '{"watts": 5}', '2026-05-01'),
                ('i2', 'Desk', null, null, null, 'home; office', '', 1, null, '2026-06-01', null, null, '2026-05-01');
            """);
        var table = Mapped.Table(
                Items, "goods", "item_id=sku, title=name, url=link, image_url=pic, description=words, tags=labels, hidden=off, published_at=live, expires_at=gone", "modified")
            .With("categories", new ColumnMapping("cats") { Separator = ";" })
            .WithExtras("price=price").WithExtra("facts", new ColumnMapping("facts") { Type = CellType.Json });
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        await engine.SyncWellAsync();

        Assert.Empty(await engine.RefusedAsync());
        var items = await engine.ItemsAsync();
        var lamp = items["i1"]!;
        Assert.Equal(("Lamp", "https://e/l", "https://e/p", "Bright", false), (lamp.Title, lamp.Url, lamp.ImageUrl, lamp.Description, lamp.Hidden));
        Assert.Equal(["light", "home"], lamp.Categories);
        Assert.Equal(["new", "sale"], lamp.Tags);
        Assert.Equal((19.5, 5d), (lamp.Attributes["price"].Number, lamp.Attributes["facts"].Map!["watts"].Number));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), lamp.PublishedAt);
        Assert.Equal((true, 2, 0), (items["i2"]!.Hidden, items["i2"]!.Categories.Count, items["i2"]!.Tags.Count));
    }
}
