namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <param name="Person">The number of the person.</param>
/// <param name="Known">How many items of theirs were learnt, from 1.</param>
/// <param name="Relevant">What they met besides, as far as it could be recommended; never empty.</param>
internal sealed record JudgedPerson(int Person, int Known, IReadOnlySet<string> Relevant);
