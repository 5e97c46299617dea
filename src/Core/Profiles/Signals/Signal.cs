namespace PersonalizationEngine.Core.Profiles.Signals;

/// <summary>What an activity means to sales. One activity can be several: a demo form is a form, too.</summary>
[Flags]
public enum Signal : byte
{
    None = 0,
    FormSubmission = 1,
    PricingVisit = 2,
    DemoRequest = 4,
}
