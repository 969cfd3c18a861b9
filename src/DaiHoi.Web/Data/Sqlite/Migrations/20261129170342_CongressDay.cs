using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CongressDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "congress_session",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_preparatory = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congress_session", x => x.id);
                    table.CheckConstraint("ck_congress_session_ends_later", "ends_at > starts_at");
                    table.ForeignKey(
                        name: "fk_congress_session_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegate_allocation",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    per_organisation = table.Column<int>(type: "INTEGER", nullable: false),
                    by_members = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    members_per_delegate = table.Column<int>(type: "INTEGER", nullable: false),
                    remainder_from = table.Column<int>(type: "INTEGER", nullable: true),
                    appointed = table.Column<int>(type: "INTEGER", nullable: false),
                    limit_for = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    proposed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_under = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegate_allocation", x => x.id);
                    table.ForeignKey(
                        name: "fk_delegate_allocation_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegation",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    ex_officio = table.Column<int>(type: "INTEGER", nullable: false),
                    special = table.Column<int>(type: "INTEGER", nullable: false),
                    proposed = table.Column<int>(type: "INTEGER", nullable: false),
                    elected = table.Column<int>(type: "INTEGER", nullable: false),
                    alternates = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    empty_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation", x => x.id);
                    table.CheckConstraint("ck_delegation_not_negative", "elected >= 0 and ex_officio >= 0 and alternates >= 0");
                    table.ForeignKey(
                        name: "fk_delegation_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_vote",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    names = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    present = table.Column<long>(type: "INTEGER", nullable: false),
                    votes_for = table.Column<long>(type: "INTEGER", nullable: false),
                    votes_against = table.Column<long>(type: "INTEGER", nullable: false),
                    abstained = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_vote", x => x.id);
                    table.CheckConstraint("ck_hand_vote_sums", "votes_for >= 0 and votes_against >= 0 and abstained >= 0 and votes_for + votes_against + abstained <= present");
                    table.ForeignKey(
                        name: "fk_hand_vote_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "listed_delegate",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    person_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    is_alternate = table.Column<bool>(type: "INTEGER", nullable: false),
                    votes = table.Column<int>(type: "INTEGER", nullable: true),
                    election_id = table.Column<long>(type: "INTEGER", nullable: true),
                    badge = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    listed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    listed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    in_place_of_id = table.Column<long>(type: "INTEGER", nullable: true),
                    took_place_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    end_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    checked_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    objection = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    deducted_for = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listed_delegate", x => x.id);
                    table.CheckConstraint("ck_listed_delegate_end_has_reason", "(ended_at is null) = (end_reason is null)");
                    table.ForeignKey(
                        name: "fk_listed_delegate_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_listed_delegate_listed_delegate_in_place_of_id",
                        column: x => x.in_place_of_id,
                        principalTable: "listed_delegate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_listed_delegate_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_listed_delegate_registered_person_person_id",
                        column: x => x.person_id,
                        principalTable: "registered_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_item",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    congress_id = table.Column<long>(type: "INTEGER", nullable: false),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    begun_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    begun_without = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_item", x => x.id);
                    table.CheckConstraint("ck_agenda_item_ended_after_begun", "ended_at is null or begun_at is not null");
                    table.ForeignKey(
                        name: "fk_agenda_item_congress_congress_id",
                        column: x => x.congress_id,
                        principalTable: "congress",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_item_congress_session_session_id",
                        column: x => x.session_id,
                        principalTable: "congress_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_mark",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    delegate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    mark = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    desk = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_mark", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendance_mark_congress_session_session_id",
                        column: x => x.session_id,
                        principalTable: "congress_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_mark_listed_delegate_delegate_id",
                        column: x => x.delegate_id,
                        principalTable: "listed_delegate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_item_congress",
                table: "agenda_item",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_item_session_id",
                table: "agenda_item",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_mark_delegate_id",
                table: "attendance_mark",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_mark_session",
                table: "attendance_mark",
                columns: new[] { "session_id", "delegate_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_attendance_mark_key",
                table: "attendance_mark",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_congress_session_congress",
                table: "congress_session",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ux_delegate_allocation_congress",
                table: "delegate_allocation",
                column: "congress_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delegation_organisation",
                table: "delegation",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_delegation_congress_organisation",
                table: "delegation",
                columns: new[] { "congress_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_vote_congress",
                table: "hand_vote",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ix_listed_delegate_congress",
                table: "listed_delegate",
                column: "congress_id");

            migrationBuilder.CreateIndex(
                name: "ix_listed_delegate_organisation_id",
                table: "listed_delegate",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_listed_delegate_person_id",
                table: "listed_delegate",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_listed_delegate_badge",
                table: "listed_delegate",
                column: "badge",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_listed_delegate_in_place_of",
                table: "listed_delegate",
                column: "in_place_of_id",
                unique: true,
                filter: "in_place_of_id is not null and ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_listed_delegate_person",
                table: "listed_delegate",
                columns: new[] { "congress_id", "person_id", "kind" },
                unique: true,
                filter: "person_id is not null and ended_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_item");

            migrationBuilder.DropTable(
                name: "attendance_mark");

            migrationBuilder.DropTable(
                name: "delegate_allocation");

            migrationBuilder.DropTable(
                name: "delegation");

            migrationBuilder.DropTable(
                name: "hand_vote");

            migrationBuilder.DropTable(
                name: "congress_session");

            migrationBuilder.DropTable(
                name: "listed_delegate");
        }
    }
}
