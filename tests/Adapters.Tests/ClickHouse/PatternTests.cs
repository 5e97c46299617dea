using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>Patterns and windows a marketer may write, whatever is in them, find in ClickHouse what they find in the engine.</summary>
public sealed class PatternTests(SharedClickHouse clickHouse)
{
    private static readonly ScoringRules Rules = new(
        ScoringRules.Default.Model,
        new FactorWindows(factor => TimeSpan.FromDays(1 + (int)factor * 2)),
        new SignalDefinitions(
            [SignalPattern.OfForms("it's *", @"back\*slash", "100%_*", "{p0:String}", "'; drop table events; --*"), SignalPattern.OfType("copy")],
            [SignalPattern.OfPages("/a.b/*", "/x (1)/**", "/Prüfung/*/", "/**/end", "/", "*"), new SignalPattern(["pageview", "custom_event"], ["O'Brien", "tab\there", "ÄÖ"], [Glob.ForPath("/only/here")], [])],
            [SignalPattern.OfEvents("O'Brien", "tab\there", "ÄÖ", @"back\slash"), new SignalPattern([], [], [], [])]));

    private static readonly string[] Paths =
    [
        "/a.b/c", "/aXb/c", "/a.b/", "/a.b", "/A.B/C/", "/a.b/c/d", "/x (1)/y/z", "/x (1)/", "/x 1/y", "/prüfung/x", "/PRÜFUNG/x/", "/prüfung/", "//", "/", "", "plain", "/q/end", "/q/r/END/", "/end", "/only/here", "/ONLY/here/",
    ];

    private static readonly string[] Names = ["o'brien", "TAB\tHERE", "äö", @"back\slash", "O''Brien", "", "other"];

    private static readonly string[] Forms = ["it's me", "its me", @"back\xslash", "100%_ x", "100 x", "{p0:String}", "'; drop table events; -- x", "two\nlines", "", "IT'S\r\nTWO"];

    [Theory]
    [InlineData(Generation.First)]
    [InlineData(Generation.Second)]
    public async Task ReadAsync_WithPatternsOfAnyKind_CountsAsTheEngine(Generation generation)
    {
        var database = await clickHouse.NewAsync(generation);
        await database.InsertAsync(
            "site_id, timestamp, session_id, user_id, pathname, type, event_name, props",
            $$"""
              with cityHash64(number) as h select 1, toDateTime({{Traffic.Now.ToUnixTimeSeconds()}} - h % (22 * 86400)), toString(h % 97), 'visitor-' || toString(h % 150),
                {{List(Paths)}}[cityHash64(h, 1) % {{Paths.Length}} + 1], ['pageview', 'custom_event', 'form_submit', 'copy'][cityHash64(h, 2) % 4 + 1],
                {{List(Names)}}[cityHash64(h, 3) % {{Names.Length}} + 1], toJSONString(map('formName', {{List(Forms)}}[cityHash64(h, 4) % {{Forms.Length}} + 1]))
              from numbers(5000)
              """);

        var read = await database.ReadAsync(new VisitorQuery(Traffic.Now, null), rules: Rules);

        var rows = (await EventRow.ReadAllAsync(database)).Where(row => row.At >= Traffic.Now - Rules.Windows.Reach).ToLookup(row => row.Visitor);
        Assert.Equal(rows.Count, read.Count);
        foreach (var (visitor, behaviour) in read) AccumulatedFactors.AreEqual([.. rows[visitor]], behaviour, Rules);
    }

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(text =>
        $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'"))}]";
}
