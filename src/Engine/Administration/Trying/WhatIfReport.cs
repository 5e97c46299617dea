namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>What drafts would change for people seen lately.</summary>
/// <param name="Asked">How many of the people seen were tried; fewer than those where there are too many.</param>
/// <param name="ChangedPeople">For whom some slot would be filled otherwise.</param>
/// <param name="Quiet">Rules that win something now and would win nothing.</param>
public sealed record WhatIfReport(
    long Seen,
    int Asked,
    IReadOnlyList<TriedDraft> Drafts,
    int ChangedPeople,
    IReadOnlyList<SlotShift> Shifts,
    IReadOnlyList<QuietRule> Quiet,
    DateTimeOffset At,
    TimeSpan Took);
