using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using PersonalizationEngine.Adapters.Sqlite;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Scoring;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Who may know whom: Functions → Engine → Core, Adapters → Engine and Core, and nobody the other way round.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly Core = typeof(LeadScorer).Assembly, Engine = typeof(MeasureLead).Assembly,
        Adapters = typeof(SqliteDatabase).Assembly, Functions = Assembly.Load("PersonalizationEngine.Functions"),
        Dashboard = typeof(DashboardFrame).Assembly, EmbeddedHost = Assembly.Load("EmbeddedHost"), Feed = Assembly.Load("PersonalizationEngine.Feed");

    private static readonly ArchUnitNET.Domain.Architecture Loaded =
        new ArchLoader().LoadAssemblies(Core, Engine, Adapters, Dashboard, Functions, EmbeddedHost, Feed).Build();

    public static TheoryData<string, string> Forbidden => new()
    {
        { "Core", "Engine" }, { "Core", "Adapters" }, { "Core", "Functions" }, { "Core", "EmbeddedHost" }, { "Core", "Feed" },
        { "Engine", "Adapters" }, { "Engine", "Functions" }, { "Engine", "EmbeddedHost" }, { "Engine", "Feed" },
        { "Core", "Dashboard" }, { "Engine", "Dashboard" }, { "Adapters", "Dashboard" }, { "EmbeddedHost", "Dashboard" }, { "Feed", "Dashboard" },
        { "Dashboard", "Adapters" }, { "Dashboard", "Functions" }, { "Dashboard", "EmbeddedHost" }, { "Dashboard", "Feed" },
        { "Adapters", "Functions" }, { "Adapters", "EmbeddedHost" }, { "Adapters", "Feed" },
        { "EmbeddedHost", "Core" }, { "EmbeddedHost", "Engine" }, { "EmbeddedHost", "Adapters" }, { "EmbeddedHost", "Functions" },
        { "Feed", "Core" }, { "Feed", "Engine" }, { "Feed", "Adapters" }, { "Feed", "Functions" }, { "Feed", "EmbeddedHost" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void References_AgainstTheArrows_DoNotExist(string from, string to)
    {
        var referenced = Named(from).GetReferencedAssemblies().Select(reference => reference.Name);

        Assert.DoesNotContain(Named(to).GetName().Name, referenced);
        Assert.DoesNotContain(to, House.ProjectReferences(from));
    }

    /// <summary>A port's adapter is chosen in one place only.</summary>
    [Fact]
    public void Functions_OutsideTheCompositionRoot_DoNotKnowAdapters()
    {
        var offenders =
            from type in Types().That().ResideInAssembly(Functions).GetObjects(Loaded)
            where type.Namespace.FullName is not ("PersonalizationEngine.Functions.Hosting" or "PersonalizationEngine.Functions.Settings")
            from target in type.Dependencies.Select(dependency => dependency.Target)
            where RoomOf(target).Length > 0
            select $"{type.FullName} → {target.FullName}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Adapters_OfOneSystem_DoNotKnowThoseOfAnother()
    {
        // What Refit generates for our interfaces lies in a namespace of its own.
        var offenders =
            from type in Types().That().ResideInAssembly(Adapters).GetObjects(Loaded)
            where !type.FullName.StartsWith("Refit.Implementation", StringComparison.Ordinal)
            from target in type.Dependencies.Select(dependency => dependency.Target)
            let rooms = (From: RoomOf(type), To: RoomOf(target))
            where rooms.From != rooms.To && rooms.To != "Sql" && rooms.To.Length > 0
            select $"{type.FullName} → {target.FullName}";

        Assert.Empty(offenders);
    }

    /// <summary>Names that Azure's packages do not define would not compile there.</summary>
    [Fact]
    public void Functions_KnowOfTheEmbeddedHostOnlyAzuresNames()
    {
        var offenders =
            from type in Types().That().ResideInAssembly(Functions).GetObjects(Loaded)
            from target in type.Dependencies.Select(dependency => dependency.Target)
            where target.Namespace?.FullName.StartsWith("EmbeddedHost", StringComparison.Ordinal) is true
            select $"{type.FullName} → {target.FullName}";

        Assert.Empty(offenders);
    }

    private static string RoomOf(IType type)
    {
        const string Prefix = "PersonalizationEngine.Adapters.";
        var name = type.FullName;
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..].Split('.')[0] : "";
    }

    private static Assembly Named(string name) => name switch
    {
        "Core" => Core,
        "Engine" => Engine,
        "Adapters" => Adapters,
        "Dashboard" => Dashboard,
        "Functions" => Functions,
        "Feed" => Feed,
        _ => EmbeddedHost,
    };
}
