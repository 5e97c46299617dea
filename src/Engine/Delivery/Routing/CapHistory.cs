using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;

namespace PersonalizationEngine.Engine.Delivery.Routing;

/// <summary>How far back sends count for caps.</summary>
internal static class CapHistory
{
    /// <summary>A day more than the calendar has, for zones.</summary>
    public static TimeSpan LongestOf(DeliveryPolicy policy) => policy.FrequencyCaps.Count == 0
        ? TimeSpan.Zero
        : policy.FrequencyCaps.Max(cap => cap.Window.Period switch
        {
            CapPeriod.Rolling => cap.Window.Length,
            CapPeriod.CalendarDay => TimeSpan.FromDays(2),
            CapPeriod.CalendarWeek => TimeSpan.FromDays(8),
            _ => TimeSpan.FromDays(32),
        });
}
