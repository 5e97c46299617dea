namespace PersonalizationEngine.Feed.Sending.Answers;

/// <summary>One reason for refusing, with how often it was given and for which line first.</summary>
internal sealed record RefusalReason(string? Field, string Reason, long Count, long FirstLine);
