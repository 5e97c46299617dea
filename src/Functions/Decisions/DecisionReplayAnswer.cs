using System.Text.Json;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Functions.Admin.History;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>A decision made again.</summary>
/// <param name="Same">Nothing differs.</param>
/// <param name="Differences">What differs, by its place in the answer: first what was answered then.</param>
/// <param name="Lost">What is not left of the playbook of then, a sentence each; the cause of any difference.</param>
internal sealed record DecisionReplayAnswer(
    string DecisionId, bool Same, IReadOnlyList<ChangeOfValueAnswer> Differences, IReadOnlyList<string> Lost, long Playbook, DecidedAnswer Answer)
{
    public static DecisionReplayAnswer Of(string decisionId, ToldDecision.Whole told)
    {
        var now = told.AnswerNow;
        var differences = DocumentDiff.Between(Json(told.Kept.Receipt.Answer), Json(now));
        return new DecisionReplayAnswer(
            decisionId, differences.Count == 0, ChangeOfValueAnswer.Of(differences), told.Lost, told.Kept.Playbook.Version, now);
    }

    private static JsonElement Json(DecidedAnswer answer) => JsonSerializer.SerializeToElement(answer, ApiJson.Default.DecidedAnswer);
}
