using PersonalizationEngine.Core.Delivery.Digests;

namespace PersonalizationEngine.Engine.Delivery.Digests;

/// <summary>That messages of a topic are gathered and sent as one.</summary>
/// <param name="Template">Key of the template of the one, which calls what was gathered <c>data.messages</c>.</param>
public sealed record TopicDigest(string Topic, string Template, DigestRule Rule);
