using System.Runtime.InteropServices;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>The buffers one request works in, kept from request to request so that answering allocates only the answer.</summary>
internal sealed class ServingWorkspace(IdTable items)
{
    public CandidateFilter Filter { get; } = new();
    public ItemBoosts Boosts { get; } = new();
    public Pins Pins { get; } = new();
    public Shelf Shelf { get; } = new();
    public RankingOrder Order { get; } = new();
    public Arrangement Arrangement { get; } = new();
    public TopSelector TopItems { get; } = new(new ByItemId(items));
    public TopSelector TopNumbers { get; } = new(Comparer<int>.Default);

    /// <summary>The items that spoke most for the one that is being written.</summary>
    public TopSelector Shares { get; } = new(Comparer<int>.Default);

    /// <summary>The parts of the first tier, which later name the source of each item.</summary>
    public ScoreBlend Blend { get; } = new();
    public ScoreBlend ContextBlend { get; } = new();

    public ScoreBuffer Sums { get; } = new();
    public ScoreBuffer Dense { get; } = new();
    public ScoreBuffer ItemBased { get; } = new();
    public ScoreBuffer UserBased { get; } = new();
    public ScoreBuffer Context { get; } = new();
    public ScoreBuffer Lasting { get; } = new();
    public ScoreBuffer Trending { get; } = new();
    public ScoreBuffer Popular { get; } = new();
    public ScoreBuffer Walk { get; } = new();
    public ScoreBuffer Cosine { get; } = new();
    public ScoreBuffer Alike { get; } = new();
    public ScoreBuffer People { get; } = new();
    public ScoreBuffer FeatureWeights { get; } = new();
    public ScoreBuffer Affinities { get; } = new();

    /// <summary>The person's number, -1 when unknown.</summary>
    public int Person { get; set; }

    /// <summary>How many items the person ever met.</summary>
    public int ItemsMet { get; set; }

    /// <summary>The person's history, newest first, faded by place.</summary>
    public List<WeightedItem> ProfileItems { get; } = [];
    public ReadOnlySpan<WeightedItem> Profile => CollectionsMarshal.AsSpan(ProfileItems);

    /// <summary>The current item and the session before it, the newest ten, newest first, each once.</summary>
    public List<int> ContextItems { get; } = [];

    /// <summary>What somebody else proposed, best first.</summary>
    public List<int> Proposed { get; } = [];

    public Exploration Exploration { get; } = new();

    /// <summary>The models that scored the history, each with what its scores count in the blend.</summary>
    public List<(IItemModel Model, float Factor)> Causes { get; } = [];

    /// <summary>Room for what each item of the profile contributes.</summary>
    public float[] Contributions { get; set; } = [];

    /// <summary>What is turned into a page, for those who ask for one.</summary>
    public RecommendationBuffer Answer { get; } = new();
}
