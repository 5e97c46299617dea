namespace PersonalizationEngine.Core.Delivery;

/// <summary>A message that a provider accepted for the person, or a send of it that is reserved; a released reservation is none.</summary>
/// <param name="At">When it was accepted or, while it is only reserved, is to go. An instant still to come counts, too.</param>
/// <param name="Channel">One of <see cref="Profiles.Channels.All"/>.</param>
/// <param name="Topic">Null for none.</param>
/// <param name="Priority">0 to 100.</param>
/// <param name="Key">The message's.</param>
/// <param name="Counts">Whether it uses up caps: the message's <see cref="Message.CountsTowardCaps"/>.</param>
public sealed record PastSend(DateTimeOffset At, string Channel, string? Topic, int Priority, string Key, bool Counts = true);
