using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PersonalizationEngine.Feed.Reporting;

/// <summary>Events sent, and how many a second on average.</summary>
internal sealed class EventRateColumn : ProgressColumn
{
    public const string Events = "events";

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var events = task.State.Get<long>(Events);
        var rate = task.ElapsedTime is { TotalSeconds: > 0 } elapsed ? events / elapsed.TotalSeconds : 0;
        return new Text(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events, {rate:N0}/s"));
    }
}
