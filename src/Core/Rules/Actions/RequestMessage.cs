namespace PersonalizationEngine.Core.Rules.Actions;

/// <summary>Asks for a message to the person over a channel; once per person, rule and period.</summary>
/// <param name="Channel">One of <see cref="Profiles.Channels.All"/>.</param>
/// <param name="Template">Name of the template to send.</param>
/// <param name="Every">1 to 365 days.</param>
public sealed record RequestMessage(string Channel, string Template, TimeSpan Every) : RuleAction;
