using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Personalization;

/// <summary>What a frontend asks about a visitor; see <see cref="DecisionRequest"/>, which it becomes at an instant.</summary>
public sealed record VisitorQuestion(string UserId, IReadOnlyList<string>? Slots, int Limit, AttributeMap Context, bool Explain)
{
    public IReadOnlyList<string>? Experiments { get; init; }

    public IReadOnlyDictionary<string, string>? Forced { get; init; }

    /// <summary>The receipt shall be kept, and the answer wait for it.</summary>
    public bool KeepsReceipt { get; init; }

    /// <summary>Nobody sees the answer: nothing of it is noted or measured.</summary>
    public bool IsRehearsal { get; init; }

    public DecisionRequest At(DateTimeOffset now) => new(UserId, Slots, Limit, Context, Explain, now) { Experiments = Experiments, Forced = Forced };
}
