using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>
/// Assigns a person to many experiments, those first that others need. In a circle of prerequisites, and where one that is
/// needed does not exist, none is met.
/// </summary>
internal static class ExperimentOrder
{
    public static Assignment[] Assign(IReadOnlyList<CompiledExperiment> experiments, in Applicant applicant)
    {
        var assignments = new Assignment?[experiments.Count];
        for (var i = 0; i < assignments.Length; i++) assignments[i] ??= AssignOne(experiments, i, applicant, assignments);
        return assignments!;
    }

    private static Assignment AssignOne(IReadOnlyList<CompiledExperiment> experiments, int index, in Applicant applicant, Assignment?[] assignments)
    {
        var experiment = experiments[index];
        return experiment.Experiment.Design.Prerequisites.Count == 0
            ? experiment.Assign(applicant)
            : new Visit(experiments, applicant, assignments).Assign(index);
    }

    /// <summary>Made only where there are prerequisites: most experiments have none and pay nothing.</summary>
    private sealed class Visit(IReadOnlyList<CompiledExperiment> experiments, Applicant applicant, Assignment?[] assignments)
    {
        private readonly HashSet<int> _underWay = [];

        public Assignment Assign(int index)
        {
            _underWay.Add(index);
            var experiment = experiments[index];
            var assignment = experiment.Assign(applicant, () => AreMet(experiment.Experiment.Design.Prerequisites));
            _underWay.Remove(index);
            return assignment;
        }

        private bool AreMet(IReadOnlyList<Prerequisite> prerequisites)
        {
            foreach (var prerequisite in prerequisites)
                if (!prerequisite.IsMetBy(Parent(prerequisite.Experiment))) return false;
            return true;
        }

        private Assignment? Parent(string key)
        {
            for (var i = 0; i < experiments.Count; i++)
            {
                if (experiments[i].Experiment.Key != key) continue;
                if (assignments[i] is { } known) return known;
                return _underWay.Contains(i) ? null : assignments[i] = Assign(i);
            }

            return null;
        }
    }
}
