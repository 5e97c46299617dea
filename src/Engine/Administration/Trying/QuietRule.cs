using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="Won">For how many people it wins a slot now.</param>
public sealed record QuietRule(ContentRule Rule, int Won);
