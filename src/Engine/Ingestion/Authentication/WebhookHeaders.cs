namespace PersonalizationEngine.Engine.Ingestion.Authentication;

/// <summary>What a sender proves itself with; each header may be missing.</summary>
public sealed record WebhookHeaders(string? Id, string? Timestamp, string? Signature, string? Token);
