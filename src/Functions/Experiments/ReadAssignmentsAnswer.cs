namespace PersonalizationEngine.Functions.Experiments;

internal sealed record ReadAssignmentsAnswer(string UserId, IReadOnlyList<ReadAssignmentAnswer> Assignments);
