namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>
/// The last sends of a cap are for important messages. Of a limit of 5 with (2, 80), a message of priority 50 goes while fewer
/// than 3 were sent, whatever their priority, one of 80 while fewer than 5 were. Several overlap and do not add up.
/// </summary>
/// <param name="Last">From 0; more than the limit keeps all of it.</param>
/// <param name="MinPriority">The lowest priority that may use them, 0 to 100.</param>
public sealed record CapReserve(int Last, int MinPriority);
