using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.Settings;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>What a tester asks for: a parameter <c>force.EXPERIMENT=VARIANT</c> each, proven by the header <c>x-tester-key</c>.</summary>
public sealed class TesterParameters
{
    internal const string Prefix = "force.", Header = "x-tester-key";
    internal const int MaxLength = 64;

    private const int MaxForced = 100;

    private readonly SenderKeys _keys;

    internal TesterParameters(SenderKeys keys) => _keys = keys;

    /// <returns>Variants by experiment; null where nobody asks for any.</returns>
    internal IReadOnlyDictionary<string, string>? Read(HttpRequest request, QueryReader query, out IResult? refusal)
    {
        refusal = null;
        var names = query.Names(Prefix).ToList();
        if (names.Count == 0) return null;
        if (!_keys.Contains(request.Headers[Header]))
        {
            refusal = ProblemAnswer.Unauthorized($"To force a variant takes one of the keys in experiments.tester_keys, in the header {Header}.");
            return null;
        }

        if (names.Count > MaxForced) query.Fault("force", $"must be at most {MaxForced} parameters");
        var forced = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (query.Text(name, MaxLength) is { } variant) forced[name[Prefix.Length..]] = variant;
        return forced;
    }
}
