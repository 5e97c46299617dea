using static PersonalizationEngine.LargeStore.Series;

namespace PersonalizationEngine.LargeStore;

/// <summary>People, their ids, consents and scores: six in ten cold, four in a hundred ready for sales.</summary>
internal static class PeopleRows
{
    private const string Segment =
        "case when cents < 2000 then 'cold_lead' when cents < 5000 then 'warm_lead' when cents < 8000 then 'hot_lead' else 'sales_ready' end";

    private const string Factors =
        """
        '{"page_views_last_7d":' || (cents % 17) || ',"time_on_site_avg":' || (cents % 9) || '.25,"form_submissions":' || (cents % 3)
        || ',"pricing_page_visits":' || (cents % 4) || ',"demo_request":' || (cents % 2) || ',"email_opens":2,"email_clicks":1,"return_visits":' || (cents % 6) || '}'
        """;

    private static readonly string Cents =
        $"case when {Drawn("i", 1, 100)} < 60 then {Drawn("i", 2, 2000)} when {Drawn("i", 1, 100)} < 85 then 2000 + {Drawn("i", 2, 3000)} "
        + $"when {Drawn("i", 1, 100)} < 96 then 5000 + {Drawn("i", 2, 3000)} else 8000 + {Drawn("i", 2, 6000)} end";

    private static readonly string People = Insert(
        "people",
        "person_id, identified, email, phone, name, company, job_title, country, language, timezone, preferred_channel, customer_traits, "
        + "device, first_seen_at, last_seen_at, customer_updated_at, changed_at, scored_at, score_valid_until, scored_as",
        "@people",
        $"{Person("i")}, 1, 'person' || i || '@example.com', '+49170' || printf('%07d', i), 'Given' || (i % 997) || ' Family' || (i % 1009), "
        + "'Company ' || (i % 2500), 'Manager', substr('DEFRGBUSNL', 1 + (i % 5) * 2, 2), 'en', 'Europe/Berlin', 'email', "
        + """'{"plan":"' || case i % 3 when 0 then 'free' when 1 then 'team' else 'business' end || '","source":"crm"}', '{"type":"desktop"}', """
        + $"@now - 28 * {Day}, @now - {Drawn("i", 3, 2419200)} * 1000, @now - 29 * {Day}, @now - 3600000, @now - 1800000, @now + 30 * {Day}, "
        + $"(select printf('%d.%02d ', cents / 100, cents % 100) || {Segment} from (select {Cents} cents))");

    /// <summary>Oldest first, as rows come about; the last one says what the person's row says.</summary>
    private static readonly string Scores =
        $"""
        with recursive weeks(week) as (select 0 union all select week + 1 from weeks where week + 1 < @scores)
        insert into lead_scores (user_id, score, segment, factors, calculated_at, clamped)
        select person_id, cents / 100.0, {Segment}, {Factors}, {Moment("@now - 1800000 - (@scores - 1 - week) * 7 * " + Day)}, 0
        from (select week, person_id, lead_score * (week + 1) / @scores cents from weeks cross join people order by week, person_id)
        """;

    private static readonly string ScoresOfTheBusiest =
        Insert(
            "lead_scores", "user_id, score, segment, factors, calculated_at, clamped", "300",
            $"person, cents / 100.0, {Segment}, {Factors}, {Moment($"@now - 27 * {Day} + i * 3600000")}, 0")
        .Replace("from numbers where true", $"from (select i, {Person("0")} person, 3000 + i * 20 cents from numbers)", StringComparison.Ordinal);

    public static readonly string[] All =
    [
        People,
        Insert("identities", "identity, person_id, linked_at", "@people", $"{Person("i")}, {Person("i")}, @now - 28 * {Day}"),
        Insert("identities", "identity, person_id, linked_at", "@people", $"{Device}, {Person("i")}, @now - 20 * {Day}"),
        Insert("identity_links", "identity, known_id, linked_at", "@people", $"{Device}, {Person("i")}, @now - 20 * {Day}"),
        .. Purposes("consents", "person_id", "updated_at"),
        .. Purposes("consent_words", "identity", "said_at"),
        ScoresOfTheBusiest,
        Scores,
    ];

    private const string Device = "printf('%032x', i + 4096)";

    private static IEnumerable<string> Purposes(string table, string key, string at) =>
        from purpose in (string[])["analytics", "personalization", "email"]
        select Insert(table, $"{key}, purpose, granted, {at}", "@people", $"{Person("i")}, '{purpose}', {Drawn("i", 5, 10)} > 0, @now - 28 * {Day}");
}
