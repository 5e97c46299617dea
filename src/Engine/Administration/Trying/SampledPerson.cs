using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="Attributes">As a decision asks them, without anything a request would bring along.</param>
public readonly record struct SampledPerson(string PersonId, AttributeMap Attributes);
