using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Scoring.Models;

namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <summary>Backtests what somebody asks for: a draft that is sent along or the saved one, beside the live model or the score of the settings.</summary>
public sealed class RunBacktest(LeadModelDesk desk, LeadModelDrafts drafts, BacktestModel backtest)
{
    private const string Live = "live", Settings = "default";
    private const int MostDays = 90, DefaultDays = 30;

    /// <returns>Null when there is no such model.</returns>
    public async Task<Parsed<BacktestReport>?> RunAsync(long id, JsonElement document, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } stored) return null;
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("model", "against", "weeks", "people", "within_days");
        var draft = await DraftAsync(id, reader, cancellationToken);
        var against = reader.OneOf("against", [Live, Settings]) ?? Live;
        var weeks = reader.Integer("weeks", 1, BacktestModel.MostWeeks) ?? BacktestModel.DefaultWeeks;
        var people = reader.Integer("people", 1, BacktestModel.MostPeople) ?? BacktestModel.DefaultPeople;
        var days = reader.Integer("within_days", 1, MostDays) ?? DefaultDays;
        if (reader.Faults.Count > 0 || draft is null) return Parsed.From<BacktestReport>(reader, () => throw new InvalidOperationException());

        var plan = new BacktestPlan(draft, against == Live ? stored.Value : null, (int)weeks, (int)people, TimeSpan.FromDays(days));
        var report = await backtest.RunAsync(plan, cancellationToken);
        return Parsed.From(reader, () => report);
    }

    private async Task<LeadModel?> DraftAsync(long id, DocumentReader reader, CancellationToken cancellationToken)
    {
        if (reader.Raw("model") is { ValueKind: not JsonValueKind.Null } sent)
        {
            var parsed = desk.Read(sent);
            foreach (var fault in parsed.Faults) reader.Fault(fault with { Pointer = "/model" + fault.Pointer });
            return parsed.Value;
        }

        if (await drafts.FindAsync(id, cancellationToken) is { } drafted && desk.Read(drafted.Draft.Document).Value is { } saved) return saved;
        reader.Fault("model", "is required: a scoring model, for there is no saved draft of this one");
        return null;
    }
}
