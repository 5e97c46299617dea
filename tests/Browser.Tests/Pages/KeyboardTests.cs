namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>Everything can be reached by the Tab key, and where one stands is seen.</summary>
[Collection(FurnishedPages.Name)]
public sealed class KeyboardTests(FurnishedEngine engine, Running.Browser browser)
{
    private const int MostStops = 400;

    /// <summary>What can be reached, in the order of the page; what is folded away cannot.</summary>
    private const string Stops =
        """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(one =>
          !one.disabled && one.tabIndex >= 0 && one.checkVisibility()
          && !(one.type === 'radio' && !one.checked && document.querySelector(`input[type=radio][name="${CSS.escape(one.name)}"]:checked, input[type=radio][name="${CSS.escape(one.name)}"]`) !== one)).length
        """;

    private const string Here =
        """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return null;
          const style = getComputedStyle(one), box = one.getBoundingClientRect();
          const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none';
          window.tabbed ??= new Set();
          const known = window.tabbed.has(one), still = window.last === one;
          window.tabbed.add(one);
          window.last = one;
          return { known, still, seen: seen && box.width > 0 && box.height > 0, html: one.outerHTML.slice(0, 120) };
        }
        """;

    [Fact]
    public async Task Pages_WalkedByTab_ShowWhereOneStandsAndLeaveNothingOut()
    {
        var faults = await engine.FaultsAsync(browser, async (person, _) =>
        {
            var expected = await person.Page.EvaluateAsync<int>(Stops);
            var (stops, wrong) = (0, new List<string>());
            for (var pressed = 0; pressed < MostStops; pressed++)
            {
                await person.Page.Keyboard.PressAsync("Tab");
                var stop = await person.Page.EvaluateAsync<Stop?>(Here);
                // A date has three places to stop at.
                if (stop is { Still: true }) continue;
                if (stop is not { Known: false }) break;
                stops++;
                if (!stop.Seen) wrong.Add($"no focus is seen on {stop.Html}");
            }

            if (stops < Math.Min(expected, MostStops / 2)) wrong.Add($"Tab stops {stops} times, and there are {expected} things to stop at");
            return wrong;
        });

        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task SkipLink_Pressed_LeadsPastTheNavigation()
    {
        await using var person = await browser.SignInAsync(engine.Address);
        await person.Page.GotoAsync("/dashboard");

        await person.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await person.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await person.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await person.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Empty(person.Complaints);
    }

    private sealed record Stop
    {
        public bool Still { get; init; }
        public bool Known { get; init; }
        public bool Seen { get; init; }
        public string Html { get; init; } = "";
    }
}
