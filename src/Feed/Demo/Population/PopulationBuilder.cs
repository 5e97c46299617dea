using System.Globalization;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Journeys;
using PersonalizationEngine.Feed.Demo.Personas;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>Makes up the people: the personas first, then everybody else, each from dice of their own.</summary>
internal sealed class PopulationBuilder(
    DemoPlan plan, PopulationWords words, CatalogueWords catalogue, NameWords names, Persona[] personas)
{
    private const double ShareKnownBefore = 0.4;
    private const double ShareFirstGeneration = 0.12;
    private const double ShareWithoutIds = 0.12;
    private const double ShareWithTwoDevices = 0.25;

    private readonly DeviceMaker _devices = new(words.Browsers);
    private readonly ContactMaker _contacts = new(names);

    public IEnumerable<Person> Build() => Enumerable.Range(0, plan.People)
        .Select(index => index < personas.Length ? Make(index, personas[index]) : Make(index));

    private Person Make(int index, Persona persona)
    {
        var dice = Dice.For(plan.Seed, "persona", index);
        var tribe = words.Tribes.Single(candidate => candidate.Name == persona.Tribe);
        var location = words.Locations.First(place => place.Timezone == persona.Timezone);
        return new Person(index, tribe.Name, index / (double)personas.Length)
        {
            UserId = persona.UserId,
            Devices = [_devices.Make(dice, mobile: false)],
            Location = location,
            Language = persona.Language,
            Contact = ContactMaker.Of(persona, dice),
            Consents = persona.Consents,
            Taste = Taste.Draw(tribe, catalogue, dice),
        };
    }

    private Person Make(int index)
    {
        var dice = Dice.For(plan.Seed, "person", index);
        var tribe = dice.Weighted(words.Tribes, choice => choice.Share);
        var intent = Habits.DrawIntent(tribe, dice);
        var identified = dice.Chance(Habits.ChanceOfBeingIdentified(intent));
        var userId = identified ? "person-" + (index + 1).ToString("0000", CultureInfo.InvariantCulture) : null;
        var tracking = TrackingOf(identified, dice);
        var location = dice.Weighted(words.Locations, place => place.Share);
        return new Person(index, tribe.Name, intent)
        {
            UserId = userId,
            KnownBefore = identified && (tracking == Tracking.UserOnly || dice.Chance(ShareKnownBefore)),
            Tracking = tracking,
            Devices = DevicesOf(identified, dice),
            Location = location,
            Language = dice.Pick(location.Languages),
            Contact = userId is null ? null : _contacts.Make(userId, tribe, dice),
            Consents = Consents.Draw(dice),
            Taste = Taste.Draw(tribe, catalogue, dice),
            Peak = dice.Between(0.15, 1.1),
        };
    }

    private static Tracking TrackingOf(bool identified, Dice dice) => identified
        ? dice.Chance(ShareFirstGeneration) ? Tracking.UserOnly : Tracking.DeviceAndUser
        : dice.Chance(ShareWithoutIds) ? Tracking.AddressAndAgent : Tracking.DeviceAndUser;

    private IReadOnlyList<Device> DevicesOf(bool identified, Dice dice)
    {
        var first = _devices.Make(dice);
        return identified && dice.Chance(ShareWithTwoDevices) ? [first, _devices.Make(dice, mobile: !first.Mobile)] : [first];
    }
}
