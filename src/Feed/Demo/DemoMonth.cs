using PersonalizationEngine.Feed.Demo.Catalogue;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Journeys;
using PersonalizationEngine.Feed.Demo.Personas;
using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo;

/// <summary>A made-up month of the site: its catalogue, its people, and everything that happened in order of time.</summary>
internal sealed record DemoMonth(IReadOnlyList<Item> Items, IReadOnlyList<PersonMonth> People, IReadOnlyList<DemoEvent> Events)
{
    /// <summary>Lives the month through in memory: about a second for the default plan, 0.8 GB for a million events.</summary>
    public static DemoMonth MakeUp(DemoPlan plan)
    {
        var words = Wordbook.Read<CatalogueWords>("catalogue");
        var names = Wordbook.Read<NameWords>("names");
        var crowd = Wordbook.Read<PopulationWords>("population");
        var personas = Wordbook.Read<Persona[]>("personas");

        var items = new CatalogueBuilder(plan, words, names).Build();
        var fondness = crowd.Tribes.Select((tribe, index) => (tribe.Name, Weights: Fondness(plan, items.Count, index)))
            .ToDictionary(pair => pair.Name, pair => pair.Weights);
        var people = new PopulationBuilder(plan, crowd, words, names, personas).Build().Select(Live).ToArray();

        // a stable sort: what happens at the same instant stays in the order it was told in, items before all
        var events = items.Select(DemoEvent (item) => ItemFacts.Upserted(item, words, plan.Start))
            .Concat(people.SelectMany(month => month.Events))
            .OrderBy(happening => happening.At);
        return new DemoMonth(items, people, [.. events]);

        PersonMonth Live(Person person)
        {
            var dice = Dice.For(plan.Seed, "journey", person.Index);
            if (person.Index < personas.Length)
                return new PersonaJourney(personas[person.Index], person, plan, new PersonaReading(items, words), dice).Play();
            var readingDice = Dice.For(plan.Seed, "reading", person.Index);
            var reading = new ItemChooser(items, fondness[person.Tribe], person.Taste, readingDice);
            return new Journey(person, plan, reading, dice).Live();
        }
    }

    private static double[] Fondness(DemoPlan plan, int items, int tribe)
    {
        var dice = Dice.For(plan.Seed, "fondness", tribe);
        return [.. Enumerable.Range(0, items).Select(_ => dice.LogNormal(1, 0.9))];
    }
}
