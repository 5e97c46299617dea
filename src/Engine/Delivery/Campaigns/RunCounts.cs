namespace PersonalizationEngine.Engine.Delivery.Campaigns;

/// <summary>How many messages stand where; the counts of all rows together are the people of the audience.</summary>
/// <param name="Reason">Null where the status says all.</param>
/// <param name="Channel">Null where none was chosen.</param>
public sealed record RunCounts(string Status, string? Reason, string? Channel, long Messages, long Delivered, long Opened, long Clicked, long Bounced, long Complained);
