using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>Scripts make pages nicer; nothing needs them, and nothing of them breaks.</summary>
[Collection(FurnishedPages.Name)]
public sealed partial class ScriptTests(FurnishedEngine engine, Running.Browser browser)
{
    /// <summary>Of what is said with scripts, this share may be missing without: what they add of their own.</summary>
    private const double MostMissing = 0.1;

    /// <summary>Times are shown on the reader's clock where there are scripts, and parts marked as live are kept fresh: without, by a button.</summary>
    private const string Words =
        """
        () => {
          const main = document.querySelector('main').cloneNode(true);
          main.querySelectorAll('time, script, option, [aria-live], [data-live]').forEach(one => one.remove());
          return main.textContent;
        }
        """;

    private const string FormsWithoutAButton =
        "() => [...document.querySelectorAll('form')].filter(form => !form.querySelector('button:not([type=button]), input[type=submit]')).map(form => form.outerHTML.slice(0, 150))";

    private const string FieldsWithoutALabel =
        "() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(one => !one.labels.length && !one.ariaLabel && !one.getAttribute('aria-labelledby')).map(one => one.outerHTML.slice(0, 150))";

    [Fact]
    public async Task Pages_WithoutScript_SayTheSame()
    {
        await using var other = await browser.SignInAsync(engine.Address, EngineProcess.MasterKey, hasScript: false);
        var faults = await engine.FaultsAsync(browser, async (person, page) =>
        {
            await other.Page.GotoAsync(page.Address);
            var with = Split(await person.Page.EvaluateAsync<string>(Words));
            var without = Split(await other.Page.EvaluateAsync<string>(Words)).ToHashSet(StringComparer.Ordinal);
            var missing = with.Where(word => !without.Contains(word)).ToList();
            return missing.Count <= MostMissing * with.Count ? [] : [$"without script there is nothing of: {string.Join(' ', missing.Take(20))}"];
        });

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Forms_WithoutScript_CanBeFilledAndSent()
    {
        var faults = await engine.FaultsAsync(
            browser,
            async (person, _) => (await person.Page.EvaluateAsync<string[]>(FormsWithoutAButton)).Select(form => $"no button: {form}")
                .Concat((await person.Page.EvaluateAsync<string[]>(FieldsWithoutALabel)).Select(field => $"no label: {field}")),
            hasScript: false);

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task Pages_WithScript_RaiseNoErrorAndBreakNoPolicy() => Faults.AssertNone(await engine.FaultsAsync(browser, async (person, _) =>
    {
        await person.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 50))");
        return [];
    }));

    /// <summary>Figures change between two looks.</summary>
    private static List<string> Split(string text) => [.. Word().Matches(text).Select(match => match.Value).Where(word => !word.Any(char.IsDigit))];

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Word();
}
