namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <param name="Replayed">Messages that are to be sent once more.</param>
internal sealed record ReplayedMessagesAnswer(int Replayed);
