using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OpinionBallots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "left_out_at",
                table: "election_candidate",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "person_id",
                table: "election_candidate",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "withdrawn_attending",
                table: "election_candidate",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "withdrawn_for",
                table: "election_candidate",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "opinion_ballot",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    election_id = table.Column<long>(type: "INTEGER", nullable: false),
                    attending = table.Column<long>(type: "INTEGER", nullable: false),
                    places = table.Column<int>(type: "INTEGER", nullable: false),
                    tie_decided_by = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entered_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_ballot", x => x.id);
                    table.CheckConstraint("ck_opinion_ballot_figures", "attending > 0 and places >= 0");
                    table.ForeignKey(
                        name: "fk_opinion_ballot_held_election_election_id",
                        column: x => x.election_id,
                        principalTable: "held_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_vote",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ballot_id = table.Column<long>(type: "INTEGER", nullable: false),
                    candidate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    support = table.Column<long>(type: "INTEGER", nullable: false),
                    enters = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_vote", x => x.id);
                    table.CheckConstraint("ck_opinion_vote_support", "support >= 0");
                    table.ForeignKey(
                        name: "fk_opinion_vote_election_candidate_candidate_id",
                        column: x => x.candidate_id,
                        principalTable: "election_candidate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinion_vote_opinion_ballot_ballot_id",
                        column: x => x.ballot_id,
                        principalTable: "opinion_ballot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_election_candidate_person_id",
                table: "election_candidate",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_election_candidate_person",
                table: "election_candidate",
                columns: new[] { "election_id", "person_id" },
                unique: true,
                filter: "person_id is not null and withdrawn_at is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_election_candidate_withdrawn",
                table: "election_candidate",
                sql: "withdrawn_for is null or withdrawn_for <= withdrawn_attending");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_ballot_election",
                table: "opinion_ballot",
                column: "election_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_vote_candidate",
                table: "opinion_vote",
                column: "candidate_id");

            migrationBuilder.CreateIndex(
                name: "ux_opinion_vote_ballot_candidate",
                table: "opinion_vote",
                columns: new[] { "ballot_id", "candidate_id" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_election_candidate_registered_person_person_id",
                table: "election_candidate",
                column: "person_id",
                principalTable: "registered_person",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_election_candidate_registered_person_person_id",
                table: "election_candidate");

            migrationBuilder.DropTable(
                name: "opinion_vote");

            migrationBuilder.DropTable(
                name: "opinion_ballot");

            migrationBuilder.DropIndex(
                name: "ix_election_candidate_person_id",
                table: "election_candidate");

            migrationBuilder.DropIndex(
                name: "ux_election_candidate_person",
                table: "election_candidate");

            migrationBuilder.DropCheckConstraint(
                name: "ck_election_candidate_withdrawn",
                table: "election_candidate");

            migrationBuilder.DropColumn(
                name: "left_out_at",
                table: "election_candidate");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "election_candidate");

            migrationBuilder.DropColumn(
                name: "withdrawn_attending",
                table: "election_candidate");

            migrationBuilder.DropColumn(
                name: "withdrawn_for",
                table: "election_candidate");
        }
    }
}
