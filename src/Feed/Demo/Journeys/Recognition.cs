using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>What the site knows of a person so far: whether by name at all, and on which of their devices.</summary>
internal sealed class Recognition(Person person)
{
    private readonly HashSet<string> _devices = [];

    public bool IsKnown { get; private set; } = person.KnownBefore;

    /// <summary>Whether an <c>identify</c> on that device would tell the site something.</summary>
    public bool CanIdentifyOn(Device device) =>
        person.UserId is not null && person.Tracking == Tracking.DeviceAndUser && !_devices.Contains(device.Id);

    /// <summary>The person is identified on the device from now on.</summary>
    /// <returns>Whether this made them known at all.</returns>
    public bool Identify(Device device)
    {
        _devices.Add(device.Id);
        var first = !IsKnown;
        IsKnown = true;
        return first;
    }

    public VisitorIds IdsOn(Device device) => person.Tracking switch
    {
        Tracking.UserOnly => new(person.UserId, null, null),
        Tracking.AddressAndAgent => new(null, null, device.IpAddress),
        _ => new(_devices.Contains(device.Id) ? person.UserId : null, device.Id, null),
    };
}
