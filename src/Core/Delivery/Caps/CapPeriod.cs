namespace PersonalizationEngine.Core.Delivery.Caps;

/// <summary>What a cap counts over.</summary>
public enum CapPeriod
{
    /// <summary>A stretch of time that ends now: two sends exactly that long apart are not in one.</summary>
    Rolling,

    /// <summary>The day the person's calendar shows.</summary>
    CalendarDay,

    /// <summary>The week, from <see cref="DeliveryPolicy.WeekStart"/> on.</summary>
    CalendarWeek,

    /// <summary>The month, from the first on.</summary>
    CalendarMonth,
}
