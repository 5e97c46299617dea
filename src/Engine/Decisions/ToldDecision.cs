using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Decisions.Receipts;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>What can be told of a decision.</summary>
public abstract record ToldDecision
{
    private ToldDecision()
    {
    }

    /// <summary>No decision of ours has this id.</summary>
    public sealed record Unknown : ToldDecision;

    /// <summary>Its receipt is not kept: what its id says is all there is.</summary>
    public sealed record NotKept(DecisionTicket Ticket, string Because) : ToldDecision;

    /// <param name="Again">The decision made again, with a verdict on every rule, by what is left of the playbook of then.</param>
    /// <param name="Lost">What is not left of it, a sentence each.</param>
    public sealed record Whole(KeptDecision Kept, Decision Again, IReadOnlyList<string> Lost) : ToldDecision
    {
        public IReadOnlyList<CandidateFate> Candidates { get; init; } = [];

        public IReadOnlyList<SegmentVerdict> Segments { get; init; } = [];

        /// <summary>What comes out when it is made again; see what was <see cref="DecisionReceipt.Answer"/> then.</summary>
        public DecidedAnswer AnswerNow => DecidedAnswer.Of(Again);
    }
}
