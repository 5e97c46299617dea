using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What the texts of one message can speak of.</summary>
/// <param name="Variables">By their first names, as in <c>person</c>.</param>
/// <param name="Now">What the word <c>now</c> means.</param>
/// <param name="TimeZone">IANA; that dates are told in, UTC when it is unknown.</param>
public sealed record TemplateWords(AttributeMap Variables, DateTimeOffset Now, string? TimeZone);
