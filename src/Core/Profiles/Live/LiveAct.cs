namespace PersonalizationEngine.Core.Profiles.Live;

/// <param name="Bucket">As <see cref="LiveWindow"/> numbers them.</param>
public readonly record struct LiveAct(string PersonId, LiveFactor Factor, long Bucket);
